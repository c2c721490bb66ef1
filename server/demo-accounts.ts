/** The accounts everybody knows from the documentation. They exist in the demo only. */
export const DEMO_PASSWORD = 'amanat-demo';

export const DEMO_ACCOUNTS = [
  { email: 'admin@example.org', displayName: 'Admin (example)', role: 'admin' },
  { email: 'coordinator@example.org', displayName: 'Coordinator (example)', role: 'coordinator' },
  { email: 'volunteer@example.org', displayName: 'Volunteer (example)', role: 'volunteer' },
  { email: 'volunteer2@example.org', displayName: 'Second volunteer (example)', role: 'volunteer' },
  { email: 'partner@example.org', displayName: 'Partner (example)', role: 'partner' },
] as const;

export const DEMO_PARTNER_CODE = 'EXAMPLE';
