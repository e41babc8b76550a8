// What Swift cannot import from OpenSSL 3.0: function-like macros, variadics and shifted constants.

#include <stdint.h>
#include <sys/time.h>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

/// A fresh key on the curve P-256, or NULL.
static inline EVP_PKEY *parley_new_p256_key(void) {
    return EVP_EC_gen("P-256");
}

/// DTLS 1.2 and nothing else, no renegotiation, no tickets, no resumption, our own MTU. 1 on success.
static inline int parley_dtls_configure(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET | SSL_OP_NO_QUERY_MTU);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    return SSL_CTX_set_min_proto_version(context, DTLS1_2_VERSION) == 1
        && SSL_CTX_set_max_proto_version(context, DTLS1_2_VERSION) == 1;
}

static inline int parley_set_groups(SSL_CTX *context, const char *groups) {
    return SSL_CTX_set1_groups_list(context, groups) == 1;
}

static inline void parley_dtls_set_mtu(SSL *ssl, long mtu) {
    SSL_set_mtu(ssl, mtu);
}

/// Microseconds until the retransmission timer fires, or -1 when it is not running.
static inline int64_t parley_dtls_timeout(SSL *ssl) {
    struct timeval left;
    if (DTLSv1_get_timeout(ssl, &left) != 1) {
        return -1;
    }
    return (int64_t)left.tv_sec * 1000000 + left.tv_usec;
}

/// 0: the timer has not fired; 1: the flight was sent again; -1: given up.
static inline int parley_dtls_handle_timeout(SSL *ssl) {
    return (int)DTLSv1_handle_timeout(ssl);
}

/// An empty memory BIO asks to be tried again instead of reporting the end of the stream.
static inline void parley_empty_means_retry(BIO *bio) {
    BIO_set_mem_eof_return(bio, -1);
}

static inline void parley_bio_forget(BIO *bio) {
    (void)BIO_reset(bio);
}

static inline void parley_set_user_data(SSL *ssl, void *data) {
    SSL_set_app_data(ssl, data);
}

static inline void *parley_user_data(X509_STORE_CTX *store) {
    SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
    return ssl ? SSL_get_app_data(ssl) : NULL;
}
