import { CoastMap, type MapProps } from './coast-map.tsx';
import type { Say } from './say.ts';

export type PathProps = {
  map: MapProps | null;
  stages: {
    text: string;
    lang?: string | undefined;
    when: string;
    /** No source read so far confirms it. */
    unchecked: boolean;
    /** The day of his fate falls into this time. */
    thatTime: boolean;
  }[];
};

/** The way of a division: on a map and, with the same numbers, in words. */
export function DivisionPath({ say, map, stages }: PathProps & { say: Say }) {
  const unchecked = stages.some((stage) => stage.unchecked);
  return (
    <div class={map ? 'way' : undefined}>
      {map ? (
        <figure>
          <CoastMap {...map} />
          <figcaption class="small soft">{say('division.mapNote')}</figcaption>
        </figure>
      ) : null}
      <div>
        <ol class="path timeline">
          {stages.map((stage) => (
            <li key={stage.text + stage.when}>
              {stage.when ? <span class="when">{stage.when}</span> : null}
              <span lang={stage.lang}>{stage.text}</span>
              {stage.unchecked ? <span class="soft"> ({say('division.unchecked')})</span> : null}
              {stage.thatTime ? <strong class="that-time">{say('memorial.stageThen')}</strong> : null}
            </li>
          ))}
        </ol>
        {unchecked ? <p class="small soft">{say('division.uncheckedNote')}</p> : null}
      </div>
    </div>
  );
}
