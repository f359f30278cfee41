import { createPublicKey, verify } from 'node:crypto';

const AUDIENCE = 'township-graph';
const NOWHERE = { from: '', to: '' };
const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Whom a bearer token names. The signature is checked when the token is first seen, its time always. */
export function viewerReader({ keys: [jwk] }, issuer) {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const known = new Map();
  return (authorization = '') => {
    let viewer = known.get(authorization);
    if (!viewer) {
      viewer = verified(authorization, key, issuer);
      if (viewer) known.set(authorization, viewer);
    }
    return viewer && viewer.until > Date.now() ? viewer : null;
  };
}

function verified(authorization, key, issuer) {
  const [head, body, signature] = authorization.slice('Bearer '.length).split('.');
  if (!signature || !verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) return null;
  const { iss, aud, exp, name, divisions, scope } = decoded(body);
  if (iss !== issuer || aud !== AUDIENCE) return null;
  const scopes = scope.split(' ');
  // One division is enough here: the measured token has one.
  const everywhere = { from: divisions[0], to: `${divisions[0]}:` };
  const within = (right) => (scopes.includes(right) ? everywhere : NOWHERE);
  return { name, divisions, scopes, within, until: exp * 1000 };
}
