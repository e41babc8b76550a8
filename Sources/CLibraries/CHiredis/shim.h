#ifndef PARLEY_HIREDIS_SHIM_H
#define PARLEY_HIREDIS_SHIM_H

#include <hiredis/hiredis.h>

#endif
