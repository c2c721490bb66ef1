import { Router } from 'express';
import { may } from '../domain/roles.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import {
  idParams,
  newPartnerBody,
  pageQuery,
  partnerChangeBody,
  partnerPageSchema,
  partnerSchema,
} from './partner-schemas.ts';
import type { PartnerService } from './partner-service.ts';
import type { PartnerChange } from './partner-store.ts';
import { partnerView, partnerWithContactView } from './partner-view.ts';

export function createPartnerFeature(partners: PartnerService): ApiFeature {
  const router = Router();
  router.get('/partners', async (req, res) => {
    const { cursor, limit } = parse(req, { query: pageQuery }).query;
    const page = await partners.list(requireActor(req), cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(partnerView), next: page.next });
  });
  router.post('/partners', async (req, res) => {
    const actor = requireActor(req);
    const partner = await partners.create(actor, parse(req, { body: newPartnerBody }).body);
    setVersion(res, partner.version);
    res.status(201).location(`/api/partners/${partner.id}`).json(partnerView(partner));
  });
  router.get('/partners/:id', async (req, res) => {
    const actor = requireActor(req);
    const { id } = parse(req, { params: idParams }).params;
    const partner = await partners.get(actor, id);
    const contact = may(actor, 'partner.edit') ? await partners.findContact(actor, id) : undefined;
    setVersion(res, partner.version);
    res.json(contact === undefined ? partnerView(partner) : partnerWithContactView(partner, contact));
  });
  router.patch('/partners/:id', async (req, res) => {
    const actor = requireActor(req);
    const { params, body } = parse(req, { params: idParams, body: partnerChangeBody });
    const partner = await partners.change(actor, params.id, requireVersion(req), body as PartnerChange);
    setVersion(res, partner.version);
    res.json(partnerView(partner));
  });
  return { router, operations };
}

const tag = 'partners';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/partners',
    summary: 'Partner organisations; a partner sees its own',
    tag,
    who: 'admins, coordinators, partners',
    request: { query: pageQuery },
    answers: { 200: { description: 'A page of partners', schema: partnerPageSchema } },
  },
  {
    method: 'post',
    path: '/partners',
    summary: 'Add a partner',
    tag,
    who: 'admins',
    request: { body: newPartnerBody },
    answers: { 201: { description: 'The partner', schema: partnerSchema } },
  },
  {
    method: 'get',
    path: '/partners/{id}',
    summary: 'One partner',
    tag,
    who: 'admins, coordinators, the partner itself',
    request: { params: idParams },
    answers: { 200: { description: 'The partner', schema: partnerSchema } },
  },
  {
    method: 'patch',
    path: '/partners/{id}',
    summary: 'Change a partner',
    tag,
    who: 'admins',
    versioned: true,
    request: { params: idParams, body: partnerChangeBody },
    answers: { 200: { description: 'The partner', schema: partnerSchema } },
  },
];
