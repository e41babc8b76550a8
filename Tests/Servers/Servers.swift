// # Servers
//
// Real servers for tests: PostgreSQL and Redis, each started on loopback at a port of its own with its files in a folder
// of its own. A server that is still there when the tests' process ends, however it ends, ends with it.
