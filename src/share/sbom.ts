/** A bill of materials in CycloneDX 1.6: what a site is made of, so that others can look up what became known of it. */
import { sha256, uuid } from './bytes.ts';
import type { SiteFile, SitePackage } from './site.ts';

/** Its file in a built site. */
export const BILL = 'sbom.cdx.json';

export interface Hash {
  readonly alg: 'SHA-256' | 'SHA-512';
  /** Lower-case hexadecimal. */
  readonly content: string;
}

export interface Component {
  readonly type: 'application' | 'file' | 'library' | 'platform';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly (
    | { readonly license: { readonly name: string } }
    | { readonly expression: string }
  )[];
  readonly hashes?: readonly Hash[];
  readonly components?: readonly Component[];
}

export interface Bill {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  /** Made from the content: the same site has the same bill. */
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

export async function make_bill(subject: Component, parts: readonly Component[]): Promise<Bill> {
  const components = [...parts].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const text = new TextEncoder().encode(JSON.stringify([subject, components]));
  const serialNumber = `urn:uuid:${uuid(await sha256(text), 8)}`;
  const metadata = { component: subject };
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber, version: 1, metadata, components };
}

/** The same with more in it; what was there under the same reference is replaced. */
export function with_parts(bill: Bill, parts: readonly Component[]): Promise<Bill> {
  const added = new Set(parts.map((part) => part['bom-ref']));
  return make_bill(bill.metadata.component, [
    ...bill.components.filter((part) => !added.has(part['bom-ref'])),
    ...parts,
  ]);
}

/** A package of Python, as it is named at its index. */
export function wheel_component({ name, version, sha256, file_name }: SitePackage): Component {
  const purl = `pkg:pypi/${name.toLowerCase().replaceAll(/[-_.]+/g, '-')}@${encodeURIComponent(version)}`;
  return {
    type: 'library',
    'bom-ref': `${purl}?file_name=${encodeURIComponent(file_name)}`,
    name,
    version,
    purl,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  };
}

/** A file of the site, as it travels. */
export function file_component({ name, file, sha256 }: SiteFile): Component {
  return { type: 'file', 'bom-ref': `file:${file}`, name, hashes: [{ alg: 'SHA-256', content: sha256 }] };
}
