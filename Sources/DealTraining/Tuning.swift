import Foundation
enum Tuning {
  static func value(_ name: String, _ usual: Double) -> Double {
    ProcessInfo.processInfo.environment[name].flatMap(Double.init) ?? usual
  }
}
