#ifndef PARLEY_POSTGRESQL_SHIM_H
#define PARLEY_POSTGRESQL_SHIM_H

#include <libpq-fe.h>

#endif
