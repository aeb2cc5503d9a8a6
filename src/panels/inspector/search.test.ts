import { describe, expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import { NODE_SECTIONS } from './fields';
import { searchSections } from './search';

const find = (query: string) =>
  searchSections(NODE_SECTIONS.container, query, trans).map(section => [
    section.id,
    section.fields.map(field => field.path.join('.'))
  ]);

describe('searchSections', () => {
  it('finds everything when nothing is asked', () => {
    expect(searchSections(NODE_SECTIONS.container, ' ', trans)).toEqual(NODE_SECTIONS.container);
  });

  it('finds a setting by its own words, by those inside it, and by its name in the file', () => {
    expect(find('node selector')).toEqual([['kubernetes-scheduling', ['kubernetes.nodeSelector']]]);
    expect(find('toleration seconds')).toEqual([['kubernetes-scheduling', ['kubernetes.tolerations']]]);
    expect(find('emptyDirMounts')).toEqual([['kubernetes-volumes', ['kubernetes.emptyDirMounts']]]);
  });

  it('keeps a section whole when its title is meant', () => {
    expect(find('secrets')).toContainEqual([
      'kubernetes-secrets',
      ['kubernetes.secretAsEnv', 'kubernetes.secretAsVolume']
    ]);
  });

  it('finds nothing where no word is', () => {
    expect(find('zzz')).toEqual([]);
  });
});
