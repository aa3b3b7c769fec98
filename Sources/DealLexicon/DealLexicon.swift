// Tables to matchers.
