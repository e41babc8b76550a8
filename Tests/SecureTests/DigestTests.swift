import Secure
import Testing

@Suite("Digests and randomness")
struct DigestTests {
    @Test("the digests of \"abc\" are the published ones")
    func abc() {
        let abc = Array("abc".utf8)
        #expect(hexadecimal(Digest.md5(abc)) == "900150983cd24fb0d6963f7d28e17f72")
        #expect(hexadecimal(Digest.sha1(abc)) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(
            hexadecimal(Digest.sha256(abc)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("random bytes are as many as asked for, and never the same")
    func random() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(33).count == 33)
        #expect(SecureRandom.bytes(16) != SecureRandom.bytes(16))
        var generator = SystemRandom()
        #expect(generator.next() != generator.next())
    }

    @Test("equality looks at every byte")
    func equality() {
        #expect(constantTimeEquals([], []))
        #expect(constantTimeEquals([1, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEquals([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEquals([1, 2, 3], [0, 2, 3]))
        #expect(!constantTimeEquals([1, 2], [1, 2, 3]))
    }
}
