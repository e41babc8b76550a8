#include <srtp2/srtp.h>

/// AES-GCM with the whole 16-byte tag for RTP and RTCP alike (RFC 7714, section 14.2).
static inline void parley_srtp_use_gcm(srtp_policy_t *policy, int key_bits) {
    if (key_bits == 256) {
        srtp_crypto_policy_set_aes_gcm_256_16_auth(&policy->rtp);
        srtp_crypto_policy_set_aes_gcm_256_16_auth(&policy->rtcp);
    } else {
        srtp_crypto_policy_set_aes_gcm_128_16_auth(&policy->rtp);
        srtp_crypto_policy_set_aes_gcm_128_16_auth(&policy->rtcp);
    }
}

/// AES-128 in counter mode with an 80-bit HMAC-SHA1 tag for both (RFC 5764, section 4.1.2).
static inline void parley_srtp_use_counter_mode(srtp_policy_t *policy) {
    srtp_crypto_policy_set_rtp_default(&policy->rtp);
    srtp_crypto_policy_set_rtcp_default(&policy->rtcp);
}
