import Foundation
import Testing

@testable import Access

@Suite("Passwords") struct PasswordTests {
    /// 32 bytes of zeros.
    static let key = String(repeating: "A", count: 43)

    private let cheap = ScryptCost(logN: 4, blockSize: 8, parallelism: 1)

    /// RFC 7914, section 12; the fourth needs a gigabyte.
    @Test(
        "scrypt derives what RFC 7914 says",
        arguments: [
            (
                "", "", ScryptCost(logN: 4, blockSize: 1, parallelism: 1),
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628"
                    + "cf35e20c38d18906"
            ),
            (
                "password", "NaCl", ScryptCost(logN: 10, blockSize: 8, parallelism: 16),
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d"
                    + "8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", ScryptCost(logN: 14, blockSize: 8, parallelism: 1),
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40"
                    + "dfcf017b45575887"
            ),
        ])
    func vectors(_ password: String, _ salt: String, _ cost: ScryptCost, _ key: String) {
        let derived = Scrypt.derive(Array(password.utf8), salt: Array(salt.utf8), cost, length: 64)
        #expect(derived.map { $0.map { String(format: "%02x", $0) }.joined() } == key)
    }

    @Test("the standard cost is 32 MiB, and a digest says so in its text")
    func standard() throws {
        let hash = try #require(PasswordHash(of: "correct horse"))
        #expect(ScryptCost.standard.memory == 32 << 20)
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        let read = try #require(PasswordHash(hash.text))
        #expect(read.matches("correct horse"))
        #expect(!read.matches("correct horsf"))
        #expect(!read.matches(""))
    }

    @Test("the same password never has the same digest twice")
    func salted() throws {
        let first = try #require(PasswordHash(of: "correct horse", cost: cheap))
        let second = try #require(PasswordHash(of: "correct horse", cost: cheap))
        #expect(first.text != second.text)
    }

    @Test("a password is the same however its accents were typed")
    func composed() throws {
        let hash = try #require(PasswordHash(of: "pa\u{E9}lla-paella", cost: cheap))
        #expect(hash.matches("pae\u{301}lla-paella"))
    }

    @Test("no beginning of a digest is a digest that is matched")
    func truncations() throws {
        let hash = try #require(PasswordHash(of: "correct horse", cost: cheap))
        for length in 0..<hash.text.count {
            let cut = PasswordHash(String(hash.text.prefix(length)))
            #expect(cut?.matches("correct horse") != true)
        }
    }

    @Test(
        "a stored digest that costs too much, or says nonsense, is none",
        arguments: [
            "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$ln=20,r=32,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$ln=-1,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$ln=4,r=0,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$r=8,ln=4,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$AA",
            "$argon2id$ln=4,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)",
            "$scrypt$ln=4,r=8,p=1$$\(PasswordTests.key)",
            "$scrypt$ln=9223372036854775807,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)", "$$$$", "",
        ])
    func nonsense(_ text: String) {
        #expect(PasswordHash("$scrypt$ln=4,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$\(PasswordTests.key)") != nil)
        #expect(PasswordHash(text) == nil)
    }

    @Test("a password has ten characters at least, and a thousand bytes at most")
    func lengths() async throws {
        let passwords = Passwords(cost: cheap)
        await #expect(throws: AccessError.self) { try await passwords.hash(Redacted("nine char")) }
        await #expect(throws: AccessError.self) {
            try await passwords.hash(Redacted(String(repeating: "x", count: 1025)))
        }
        let hash = try await passwords.hash(Redacted("ten chars!"))
        #expect(try await passwords.compare(Redacted("ten chars!"), with: hash).isRight)
    }

    @Test("a digest of another cost is outdated, and one of today's is not")
    func outdated() async throws {
        let old = try #require(
            PasswordHash(of: "correct horse", cost: ScryptCost(logN: 3, blockSize: 8, parallelism: 1)))
        let passwords = Passwords(cost: cheap)
        let match = try await passwords.compare(Redacted("correct horse"), with: old.text)
        #expect(match.isRight && match.isOutdated)
        let new = try await passwords.hash(Redacted("correct horse"))
        #expect(try await !passwords.compare(Redacted("correct horse"), with: new).isOutdated)
    }

    @Test("without a stored digest every password is wrong")
    func nobody() async throws {
        let passwords = Passwords(cost: cheap)
        #expect(try await !passwords.compare(Redacted(""), with: nil).isRight)
        #expect(try await !passwords.compare(Redacted("correct horse"), with: "garbage").isRight)
    }
}
