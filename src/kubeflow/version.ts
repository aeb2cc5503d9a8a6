/**
 * Written into each spec as `sdkVersion`; equals the version of the package (a test holds them together).
 * The field is free text: the SDK writes it and never reads it, the server stores and shows it.
 */
export const VERSION = '0.1.0';
