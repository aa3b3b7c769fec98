import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on the loopback address for a test: one connection after the other, an answer by path.
///
/// It can hang no test: the client has a limit of its own, reading ends after ten seconds, and
/// ``stop()`` closes the door, which ends the thread.
final class LocalServer: Sendable {
  /// What a path is answered with; an empty answer leaves the client waiting until it goes away.
  typealias Answers = @Sendable (_ path: String, _ port: Int) -> [UInt8]

  let port: Int
  private let door: Int32

  init(_ answers: @escaping Answers) throws {
    let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    door = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let door = door
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(door, $0, size) == 0 && listen(door, 8) == 0
          && getsockname(door, $0, &size) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    let port = Int(UInt16(bigEndian: address.sin_port))
    self.port = port
    Thread.detachNewThread {
      while true {
        let client = accept(door, nil, nil)
        guard client >= 0 else { break }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        Self.serve(client, port, answers)
        close(client)
      }
      // Only here: the number of a closed door may soon be that of another server's.
      close(door)
    }
  }

  /// Refuses all that comes from then on.
  func stop() { shutdown(door, Int32(SHUT_RDWR)) }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private static func serve(_ client: Int32, _ port: Int, _ answers: Answers) {
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    unsafe setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var request: [UInt8] = []
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8), let piece = read(client) {
      request += piece
    }
    let path = String(decoding: request, as: UTF8.self).split(separator: " ").dropFirst().first
    let answer = answers(path.map(String.init) ?? "", port)
    if answer.isEmpty {
      while read(client) != nil {}
    } else {
      write(answer, to: client)
    }
  }

  private static func read(_ client: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe recv(client, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private static func write(_ bytes: [UInt8], to client: Int32) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      start += count
    }
  }

  /// An answer of HTTP with a body.
  static func answer(
    _ status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html; charset=utf-8"],
    body: String = ""
  ) -> [UInt8] {
    let lines =
      ["HTTP/1.1 \(status)"] + fields
      + ["Content-Length: \(body.utf8.count)", "Connection: close", "", body]
    return Array(lines.joined(separator: "\r\n").utf8)
  }
}
