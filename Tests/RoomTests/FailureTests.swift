import Room
import Testing

@Suite("What a failure says") struct FailureTests {
    @Test(
        "a refused token tells what to look at",
        arguments: [
            ("invalid token: token is expired (exp)", "clock"), ("token is not valid yet (nbf)", "clock"),
            ("invalid API key: devkeyy", "one of the server's"),
            ("go-jose: error in cryptographic primitive", "secret"), ("permissions denied", "allow to join"),
        ])
    func unauthorized(text: String, advice: String) {
        let sentence = "\(RoomFailure.unauthorized(text))"
        #expect(sentence.contains(text) && sentence.contains(advice))
    }

    @Test("words of the server that are not known stand alone")
    func unknown() {
        #expect("\(RoomFailure.unauthorized("no"))" == "the server refuses the token: no")
    }

    @Test("an address without a LiveKit server is told as such")
    func tooOld() {
        let sentence = "\(RoomFailure.serverTooOld)"
        #expect(sentence.contains("/rtc/v1") && sentence.contains("check the address"))
    }
}
