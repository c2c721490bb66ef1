import type { AuditService } from '../audit/audit-service.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { FileService, IncomingFile } from '../files/file-service.ts';
import type { PartnerService } from './partner-service.ts';

/** A paper as the files keep it. */
export type AgreementFile = Awaited<ReturnType<FileService['keepAgreement']>>;

export type AgreementService = {
  /** The papers under which this partner gives its lists; another partner's are told as not there. */
  list(actor: Actor, partnerId: string): Promise<AgreementFile[]>;
  /** A PDF or a picture of it. */
  add(actor: Actor, partnerId: string, file: IncomingFile): Promise<AgreementFile>;
  remove(actor: Actor, partnerId: string, fileId: string): Promise<void>;
};

export type AgreementDeps = {
  partners: Pick<PartnerService, 'get'>;
  files: Pick<FileService, 'keepAgreement' | 'listOf' | 'removeOne'>;
  audit: AuditService;
};

/** An agreement with its annexes and prolongations over the years. */
const MOST_FILES = 30;

const ownerOf = (partnerId: string) => ({ kind: 'partner', id: partnerId }) as const;

export function createAgreementService({ partners, files, audit }: AgreementDeps): AgreementService {
  return {
    async list(actor, partnerId) {
      demand(actor, 'partner.read_agreement', { partnerId: actor.partnerId ?? partnerId });
      await partners.get(actor, partnerId);
      return files.listOf(ownerOf(partnerId));
    },
    async add(actor, partnerId, file) {
      demand(actor, 'partner.edit');
      await partners.get(actor, partnerId);
      if ((await files.listOf(ownerOf(partnerId))).length >= MOST_FILES) {
        throw new AppError('bad_input', `A partner has at most ${MOST_FILES} papers`, {
          messageKey: 'problem.file.count',
          details: { limit: MOST_FILES },
        });
      }
      const kept = await files.keepAgreement(ownerOf(partnerId), file);
      const after = { fileId: kept.id, bytes: kept.bytes };
      await audit.record(actor, 'partner.add_file', { kind: 'partner', id: partnerId }, { after });
      return kept;
    },
    async remove(actor, partnerId, fileId) {
      demand(actor, 'partner.edit');
      await partners.get(actor, partnerId);
      if (!(await files.removeOne(ownerOf(partnerId), fileId)))
        throw new AppError('not_found', 'There is no such file');
      await audit.record(actor, 'partner.remove_file', { kind: 'partner', id: partnerId }, { before: { fileId } });
    },
  };
}
