/** A request of this test's own, for a family of which the demo has several. Returns its number. */
export async function askForKairbekov(url: string): Promise<number> {
  const soldier = { familyName: 'Қайырбеков', givenName: 'Сейітқали', birthDate: '1913' };
  const applicant = { name: 'Мысал', relation: 'son', language: 'kk' };
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ soldier, applicant, consent: true });
  const answer = await fetch(`${url}/api/requests`, { method: 'POST', headers, body });
  return ((await answer.json()) as { number: number }).number;
}
