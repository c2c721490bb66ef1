import { CoastMap } from '../../parts/coast-map.tsx';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { useResource } from '../use-resource.ts';
import type { PlaceMap as PlaceMapData } from './shapes.ts';

type PlaceMapProps = { requestId: string; soldierId: string };

/** Where the family says and where the papers say. Shown only when both have a place; each pin also stands in the list. */
export function PlaceMap({ requestId, soldierId }: PlaceMapProps) {
  const { say } = useSession();
  const { data } = useResource<PlaceMapData>(`/desk/requests/${requestId}/candidates/${soldierId}/map`);
  if (!data?.map) return null;
  return (
    <figure class="places" aria-labelledby="places">
      <h3 id="places">{say('placeMap.title')}</h3>
      <div class="pair">
        <Drawing map={data.map} />
        <ol class="path">
          {data.places.map((place) => (
            <li key={place.number} value={place.number}>
              <Place place={place} />
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

function Drawing({ map }: { map: NonNullable<PlaceMapData['map']> }) {
  const { say, language } = useSession();
  const { width, height, land, pins, landmarks } = map;
  return (
    <CoastMap
      id="place-map"
      title={say('placeMap.title')}
      width={width}
      height={height}
      land={land}
      {...landmarks[language]}
      pins={pins.map(({ x, y, numbers }) => ({ x, y, label: numbers.join(', ') }))}
    />
  );
}

function Place({ place }: { place: PlaceMapData['places'][number] }) {
  const { say } = useSession();
  const { side, field, text, exact, km } = place;
  const about = exact === 'rayon' || exact === 'oblast' ? say(`placeMap.${exact}`) : null;
  const far = km === null ? null : say('placeMap.km', { km });
  const more = [about, far].filter(Boolean).join(', ');
  return (
    <>
      {say(side === 'asked' ? 'placeMap.asked' : 'placeMap.found')}, {say(`field.${field}` as DeskKey)}:{' '}
      <span lang={spellingLanguage(text)}>{text}</span>
      {more ? ` (${more})` : null}
    </>
  );
}
