#ifndef PARLEY_FLITE_SHIM_H
#define PARLEY_FLITE_SHIM_H

#include <flite/flite.h>

// The voice's own library has no header.
cst_voice *register_cmu_us_slt(const char *directory);

typedef int (*parley_flite_sink)(const short *samples, int count, int last, void *context);

/// Where the pieces of one utterance go.
typedef struct parley_flite_target {
    parley_flite_sink sink;
    void *context;
} parley_flite_target;

static int parley_flite_deliver(
    const cst_wave *wave, int start, int size, int last, cst_audio_streaming_info *info) {
    const parley_flite_target *target = (const parley_flite_target *)info->userdata;
    int stop = target->sink(&wave->samples[start], size, last, target->context);
    return stop ? CST_AUDIO_STREAM_STOP : CST_AUDIO_STREAM_CONT;
}

/// Speaks `text` and hands every piece to `sink`, which returns non-zero to stop. The streaming information is put
/// into the utterance, not into the voice, so that any number of threads may share one voice.
/// Returns 0 when flite could not speak the text (a stop by the sink is not an error).
static inline int parley_flite_speak(cst_voice *voice, const char *text, parley_flite_sink sink, void *context) {
    parley_flite_target target = {sink, context};
    cst_audio_streaming_info *info = new_audio_streaming_info();
    cst_utterance *utterance = new_utterance();
    info->min_buffsize = 256;
    info->asc = parley_flite_deliver;
    info->userdata = &target;
    // The value owns the information and frees it with the utterance.
    feat_set(utterance->features, "streaming_info", audio_streaming_info_val(info));
    utt_set_input_text(utterance, text);
    utterance = flite_do_synth(utterance, voice, utt_synth);
    if (utterance == NULL) return 0;
    delete_utterance(utterance);
    return 1;
}

#endif
