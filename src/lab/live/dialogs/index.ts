export { askAboutCopy } from './ask-about-copy';
export { askAboutDivergence } from './ask-about-divergence';
export { askAboutFile } from './ask-about-file';
export { tellSetAside } from './tell-set-aside';
export { showShares } from './show-shares';
export { showStatus } from './show-status';
export { showVersions } from './show-versions';
