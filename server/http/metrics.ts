type Labels = Record<string, string | number>;

export type RequestSample = { method: string; route: string; status: number; seconds: number };

/** A value read when somebody asks: how many jobs wait, how far the index lags. */
export type Gauge = { name: string; help: string; read: () => number | Promise<number> };

export type Metrics = {
  countRequest(sample: RequestSample): void;
  gauge(gauge: Gauge): void;
  /** The text exposition format that Prometheus and its kin read. */
  text(): Promise<string>;
};

/** Upper bounds in seconds: 50 ms is the promise for a memorial page, 2.5 s is where a reader gives up. */
const BOUNDS = [0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

type Histogram = { labels: Labels; buckets: number[]; sum: number; count: number };

export function createMetrics(): Metrics {
  const requests = new Map<string, Histogram>();
  const gauges: Gauge[] = [...processGauges()];

  return {
    countRequest({ method, route, status, seconds }) {
      const labels = { method, route, status: `${Math.floor(status / 100)}xx` };
      const key = JSON.stringify(labels);
      const histogram = requests.get(key) ?? { labels, buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      requests.set(key, histogram);
      histogram.sum += seconds;
      histogram.count += 1;
      BOUNDS.forEach((bound, i) => {
        if (seconds <= bound) histogram.buckets[i] = (histogram.buckets[i] ?? 0) + 1;
      });
    },
    gauge(gauge) {
      gauges.push(gauge);
    },
    async text() {
      const lines = requestLines([...requests.values()]);
      for (const { name, help, read } of gauges) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${await read()}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function requestLines(histograms: readonly Histogram[]): string[] {
  const name = 'amanat_http_request_seconds';
  const lines = [`# HELP ${name} Time to answer a request, by route`, `# TYPE ${name} histogram`];
  for (const { labels, buckets, sum, count } of histograms) {
    BOUNDS.forEach((bound, i) => {
      lines.push(`${name}_bucket${written({ ...labels, le: bound })} ${buckets[i] ?? 0}`);
    });
    lines.push(`${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`);
    lines.push(`${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${count}`);
  }
  return lines;
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(String(value))}"`);
  return `{${pairs.join(',')}}`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function processGauges(): Gauge[] {
  return [
    { name: 'amanat_memory_bytes', help: 'Resident memory of the process', read: () => process.memoryUsage.rss() },
    { name: 'amanat_uptime_seconds', help: 'Seconds since the start', read: () => Math.round(process.uptime()) },
  ];
}
