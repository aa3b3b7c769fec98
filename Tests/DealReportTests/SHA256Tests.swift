import Testing

@testable import DealReport

/// The examples of FIPS 180-4 and lengths on both sides of a block's end.
@Test(
  arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
func hashesAreThoseOfTheStandard(message: String, hash: String) {
  #expect(SHA256.base64(Array(message.utf8)) == hash)
}

/// Lengths on both sides of where the padding needs a further block, hashed by Python's hashlib.
@Test(
  arguments: [
    (55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
    (56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
    (63, "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="),
    (64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
    (1000, "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
  ])
func everyLengthIsPadded(count: Int, hash: String) {
  #expect(SHA256.base64([UInt8](repeating: 0x61, count: count)) == hash)
}
