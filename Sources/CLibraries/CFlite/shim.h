#ifndef PARLEY_FLITE_SHIM_H
#define PARLEY_FLITE_SHIM_H

#include <flite/flite.h>

// The voice's own library has no header.
cst_voice *register_cmu_us_slt(const char *directory);

typedef int (*parley_flite_sink)(
    const short *samples, int count, const cst_utterance *utterance, void *context);

/// Where the pieces of one utterance go.
typedef struct parley_flite_target {
    parley_flite_sink sink;
    void *context;
    const cst_utterance *utterance;
} parley_flite_target;

static int parley_flite_deliver(
    const cst_wave *wave, int start, int size, int last, cst_audio_streaming_info *info) {
    const parley_flite_target *target = (const parley_flite_target *)info->userdata;
    (void)last;
    int stop = target->sink(&wave->samples[start], size, target->utterance, target->context);
    return stop ? CST_AUDIO_STREAM_STOP : CST_AUDIO_STREAM_CONT;
}

/// Where the last sound of a word ends, in seconds; negative when the word has no sounds.
static inline float parley_flite_word_end(const cst_item *word) {
    const cst_item *syllable = word ? item_last_daughter(item_as(word, "SylStructure")) : NULL;
    const cst_item *sound = syllable ? item_last_daughter(syllable) : NULL;
    return sound ? item_feat_float(item_as(sound, "Segment"), "end") : -1;
}

/// Writes, for each token of the text (what white space separates), where it ends in the sound, in seconds. Returns the
/// number of tokens, which may be more than the `capacity` written. Durations are known before the first piece.
static inline int parley_flite_token_ends(const cst_utterance *utterance, float *ends, int capacity) {
    int count = 0;
    float latest = 0;
    const cst_item *token = relation_head(utt_relation(utterance, "Token"));
    for (; token; token = item_next(token), count++) {
        for (const cst_item *word = item_daughter(token); word; word = item_next(word)) {
            float end = parley_flite_word_end(word);
            if (end > latest) latest = end;
        }
        if (count < capacity) ends[count] = latest;
    }
    return count;
}

/// Speaks `text` and hands every piece to `sink`, which returns non-zero to stop. The streaming information is put
/// into the utterance, not into the voice, so that any number of threads may share one voice.
/// Returns 0 when flite could not speak the text (a stop by the sink is not an error).
static inline int parley_flite_speak(cst_voice *voice, const char *text, parley_flite_sink sink, void *context) {
    cst_audio_streaming_info *info = new_audio_streaming_info();
    cst_utterance *utterance = new_utterance();
    parley_flite_target target = {sink, context, utterance};
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
