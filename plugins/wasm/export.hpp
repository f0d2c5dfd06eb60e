// How a function is made visible to the host.
#pragma once

#define PARAVENT_EXPORT(name) extern "C" __attribute__((export_name(#name)))
