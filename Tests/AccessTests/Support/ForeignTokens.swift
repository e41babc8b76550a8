/// An issuer elsewhere: its key set, and a token of it for each algorithm. They were made with the `openssl` program, whose
/// private keys nobody has any more.
enum ForeignTokens {
    static let issuer = "https://issuer.example"
    static let audience = "parley"
    /// The tokens are issued at this second, and expire an hour later.
    static let issuedAt = 1_800_000_000.0

    static let keySet =
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"r1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"l3qwspaaKhPzRoTq1cuJ4o0F4bzSKzMZOq9T"
        + "wIYSNYzg1pThtPLLPXFdiXyZbGv955jM-ac8MPLuEBmv0a-11JSzK-9EGKYbMnS58_udfO8_44cl432qexbxylNTzGxU7Z-p9-6-"
        + "r1combWSIgvJf3rM7juJQ_tJS29eLRRZJd1hyDtKf9kxnHBTd7cXzSISpqAsbiFPO4F9xbQB2YNp1Dk7KDrAk5TXvQUZNokkuAiw"
        + "VjP5TnTbBz4GVawvtsKj5ad-vOopW5TqhNDg74n4clZZX6Z8jjNYxOC12SEvi8Yw6GE38wRhl3fOcmi-XQdtDR2cNZ5lkl3LGygI"
        + "DcGCQw\",\"e\":\"AQAB\"},{\"kty\":\"EC\",\"kid\":\"e1\",\"crv\":\"P-256\",\"x\":\"dmMtSvBkoWZPb3CzjwGSJDpjsN3F2Hqp5zpPlz"
        + "wphFM\",\"y\":\"u5RUeq9NisRFV-fXDYXSZT1H6slfswNECZVcvY8xCJk\"},{\"kty\":\"OKP\",\"kid\":\"d1\",\"crv\":\"Ed25519\",\"a"
        + "lg\":\"EdDSA\",\"x\":\"fcxrrcvcWROXN6mUyH0yOQzzZc76iprSwKkP8dpbcCw\"}]}"

    static let rs256 =
        "eyJhbGciOiJSUzI1NiIsImtpZCI6InIxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVk"
        + "IjpbIm90aGVyIiwicGFybGV5Il0sInN1YiI6ImF1dGgwfDQyIiwibmFtZSI6IlN1ZSBQZXJ2aXNvciIsImp0aSI6ImotMSIsImlh"
        + "dCI6MTgwMDAwMDAwMCwibmJmIjoxODAwMDAwMDAwLCJleHAiOjE4MDAwMDM2MDAsInJlYWxtX2FjY2VzcyI6eyJyb2xlcyI6WyJv"
        + "ZmZsaW5lX2FjY2VzcyIsImxlYWQiLCJoYW5kIl19LCJyb2xlIjoic3VwZXJ2aXNvciIsInNjb3BlIjoib3BlbmlkIHNlc3Npb246"
        + "cmVhZCBjb21tYW5kOndyaXRlIn0.ZvAH2Sbsb7jOlUBBwfeANM4WUKFqhR_2yOnlaGUs1Q3T461g17rhy1GWtwk8TdQB36p3u4c8"
        + "0WY2hYCJPXiter-iILgfNAU1PLcS0x8G5P8SEY1ImzWl0Qieosai7L7MpM1xc7fhc1lYtOibrokG8liC_9EkupVhH-UpANJic0tQ"
        + "Zb3EMqWJjIsvDa4DElbPeHdEwc07YgirqfWFJuZ-8wrPbYjZvtQaISzNgEIpvOjsUU8-WlRGn1aaP0a91_2By29VziK3QXEMA0RI"
        + "FJ1ih2oU2zyjlabjIF0M6s7oW-q7PYMRWsmzjsOzJiXPSf3S51VuKyF04t6sds2DQ7i-9w"

    static let es256 =
        "eyJhbGciOiJFUzI1NiIsImtpZCI6ImUxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVk"
        + "IjpbIm90aGVyIiwicGFybGV5Il0sInN1YiI6ImF1dGgwfDQyIiwibmFtZSI6IlN1ZSBQZXJ2aXNvciIsImp0aSI6ImotMSIsImlh"
        + "dCI6MTgwMDAwMDAwMCwibmJmIjoxODAwMDAwMDAwLCJleHAiOjE4MDAwMDM2MDAsInJlYWxtX2FjY2VzcyI6eyJyb2xlcyI6WyJv"
        + "ZmZsaW5lX2FjY2VzcyIsImxlYWQiLCJoYW5kIl19LCJyb2xlIjoic3VwZXJ2aXNvciIsInNjb3BlIjoib3BlbmlkIHNlc3Npb246"
        + "cmVhZCBjb21tYW5kOndyaXRlIn0.RDrzylx5D6rsojssjAfj9-MRKpguqMvx0ofbJSSCl7RXgzEP-kRnFS8R0nzmYP3p-1DTLl7X"
        + "4CDno502hvMJLg"

    static let edDSA =
        "eyJhbGciOiJFZERTQSIsImtpZCI6ImQxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVk"
        + "IjpbIm90aGVyIiwicGFybGV5Il0sInN1YiI6ImF1dGgwfDQyIiwibmFtZSI6IlN1ZSBQZXJ2aXNvciIsImp0aSI6ImotMSIsImlh"
        + "dCI6MTgwMDAwMDAwMCwibmJmIjoxODAwMDAwMDAwLCJleHAiOjE4MDAwMDM2MDAsInJlYWxtX2FjY2VzcyI6eyJyb2xlcyI6WyJv"
        + "ZmZsaW5lX2FjY2VzcyIsImxlYWQiLCJoYW5kIl19LCJyb2xlIjoic3VwZXJ2aXNvciIsInNjb3BlIjoib3BlbmlkIHNlc3Npb246"
        + "cmVhZCBjb21tYW5kOndyaXRlIn0.eLZPZ7PBTx6Zt2WMAifyq3EaecF52GnHoO2u6D0BudLnFQA5uqZnZ68asXUMpdYe2jYHWbYB"
        + "SWyblEiGkilZAg"

    /// Signed by HMAC with the text of the public RSA key: what somebody sends who hopes that a key is a key.
    static let confused =
        "eyJhbGciOiJIUzI1NiIsImtpZCI6InIxIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiYXVk"
        + "IjpbIm90aGVyIiwicGFybGV5Il0sInN1YiI6ImF1dGgwfDQyIiwibmFtZSI6IlN1ZSBQZXJ2aXNvciIsImp0aSI6ImotMSIsImlh"
        + "dCI6MTgwMDAwMDAwMCwibmJmIjoxODAwMDAwMDAwLCJleHAiOjE4MDAwMDM2MDAsInJlYWxtX2FjY2VzcyI6eyJyb2xlcyI6WyJv"
        + "ZmZsaW5lX2FjY2VzcyIsImxlYWQiLCJoYW5kIl19LCJyb2xlIjoic3VwZXJ2aXNvciIsInNjb3BlIjoib3BlbmlkIHNlc3Npb246"
        + "cmVhZCBjb21tYW5kOndyaXRlIn0.zIxPRVBLgWPOvOFQeolGfxJ6HzRPrrBSd5mwS5IgzFI"
}
