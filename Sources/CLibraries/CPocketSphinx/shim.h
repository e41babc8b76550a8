#ifndef PARLEY_POCKETSPHINX_SHIM_H
#define PARLEY_POCKETSPHINX_SHIM_H

#include <pocketsphinx.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/ngram_model.h>

/// The library's own messages go nowhere: failures are reported by return values.
static inline void parley_sphinx_silence(void) {
    err_set_logfp(NULL);
}

/// A configuration with the defaults of a decoder. cmd_ln_init is variadic.
static inline cmd_ln_t *parley_sphinx_configuration(void) {
    return cmd_ln_init(NULL, ps_args(), 1, NULL);
}

/// Length of a cepstral vector of this decoder.
static inline int parley_sphinx_cepstrum_length(ps_decoder_t *decoder) {
    return ps_get_feat(decoder)->cmn_struct->veclen;
}

/// Copies the live cepstral mean out of, or into, the decoder.
static inline void parley_sphinx_get_mean(ps_decoder_t *decoder, mfcc_t *mean) {
    cmn_live_get(ps_get_feat(decoder)->cmn_struct, mean);
}

static inline void parley_sphinx_set_mean(ps_decoder_t *decoder, const mfcc_t *mean) {
    cmn_live_set(ps_get_feat(decoder)->cmn_struct, mean);
}

#endif
