// Whether this member is primary and has the services' account. On an empty server it makes the replica set and the
// accounts, which MongoDB allows from the same machine until there is a first account.
const fs = require('fs')
const secret = name => fs.readFileSync('/secrets/mongo/' + name, 'utf8')
const admin = db.getSiblingDB('admin')
const signedIn = () => {
  try {
    return admin.auth('root', secret('root-password')).ok === 1
  } catch (refused) {
    return false
  }
}

if (!signedIn()) {
  try {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] })
  } catch (already) {
    if (already.codeName !== 'AlreadyInitialized') throw already
  }
  for (let i = 0; i < 100 && !db.hello().isWritablePrimary; i++) sleep(100)
  admin.createUser({ user: 'root', pwd: secret('root-password'), roles: ['root'] })
  if (!signedIn()) quit(1)
}
if (admin.getUser('progress_ledger') === null) {
  admin.createUser({
    user: 'progress_ledger',
    pwd: secret('services-password'),
    roles: [{ role: 'readWrite', db: 'progress_ledger' }],
  })
}
quit(db.hello().isWritablePrimary ? 0 : 1)
