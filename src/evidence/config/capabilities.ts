/**
 * Capabilities that every container has unless they are taken from it, as of containerd 2.0 (`pkg/oci/spec.go`,
 * `defaultUnixCaps`): to add one of them gives no right on the machine.
 */
const DEFAULT = new Set(
  (
    'CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL ' +
    'AUDIT_WRITE'
  ).split(' '),
);

/** Whether a plain container has the capability, with or without `CAP_` before its name. */
export function isDefaultCapability(name: string): boolean {
  return DEFAULT.has(name.toUpperCase().replace(/^CAP_/u, ''));
}
