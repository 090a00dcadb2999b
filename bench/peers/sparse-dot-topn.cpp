// Yardstick: the best n columns of every row of a product of two sparse matrices, as the published algorithm does it (sums of
// one row in an array, the columns touched as a linked list, the best kept in a bounded heap). 32-bit floats and integers.
// Written for this benchmark. Usage: sparse-dot-topn FOLDER LIMIT THREADS; reads a.* and b.* (offsets, columns, values), writes
// list.columns (LIMIT a row, -1 where there is none) and prints the seconds of the product alone, by the clock and by
// the processors.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

template <typename T> static std::vector<T> read(const std::string &path) {
  std::FILE *file = std::fopen(path.c_str(), "rb");
  if (!file) { std::perror(path.c_str()); std::exit(1); }
  std::fseek(file, 0, SEEK_END);
  std::vector<T> out(std::ftell(file) / sizeof(T));
  std::rewind(file);
  if (std::fread(out.data(), sizeof(T), out.size(), file) != out.size()) std::exit(1);
  std::fclose(file);
  return out;
}

struct Sparse {
  std::vector<int32_t> offsets, columns;
  std::vector<float> values;
  explicit Sparse(const std::string &name)
      : offsets(read<int32_t>(name + ".offsets")), columns(read<int32_t>(name + ".columns")),
        values(read<float>(name + ".values")) {}
  int32_t rows() const { return static_cast<int32_t>(offsets.size()) - 1; }
};

struct Pair { float value; int32_t column; };
static bool greater(const Pair &a, const Pair &b) { return a.value > b.value; }

// Rows are given out in small blocks, so that threads end together.
static void work(const Sparse &a, const Sparse &b, int32_t columns, int limit, std::atomic<int32_t> &next_row, int32_t *out) {
  constexpr int32_t block = 16, untouched = -1, end = -2;
  std::vector<float> sums(columns, 0.0f);
  std::vector<int32_t> next(columns, untouched);
  std::vector<Pair> best;
  best.reserve(limit + 1);
  float *__restrict s = sums.data();
  int32_t *__restrict n = next.data();
  const int32_t *__restrict bc = b.columns.data();
  const float *__restrict bv = b.values.data();
  for (;;) {
    const int32_t first = next_row.fetch_add(block);
    if (first >= a.rows()) return;
    for (int32_t row = first; row < std::min(first + block, a.rows()); ++row) {
      int32_t head = end;
      for (int32_t i = a.offsets[row]; i < a.offsets[row + 1]; ++i) {
        const float value = a.values[i];
        const int32_t stop = b.offsets[a.columns[i] + 1];
        for (int32_t j = b.offsets[a.columns[i]]; j < stop; ++j) {
          const int32_t column = bc[j];
          s[column] += value * bv[j];
          if (n[column] == untouched) {
            n[column] = head;
            head = column;
          }
        }
      }
      best.clear();
      float least = 0.0f;
      while (head != end) {
        const float sum = s[head];
        if (sum > least) {
          best.push_back({sum, head});
          std::push_heap(best.begin(), best.end(), greater);
          if (static_cast<int>(best.size()) > limit) {
            std::pop_heap(best.begin(), best.end(), greater);
            best.pop_back();
          }
          if (static_cast<int>(best.size()) == limit) least = best.front().value;
        }
        const int32_t following = n[head];
        n[head] = untouched;
        s[head] = 0.0f;
        head = following;
      }
      std::sort_heap(best.begin(), best.end(), greater);
      for (int at = 0; at < limit; ++at)
        out[static_cast<size_t>(row) * limit + at] = at < static_cast<int>(best.size()) ? best[at].column : -1;
    }
  }
}

int main(int, char **arguments) {
  const std::string folder = arguments[1];
  const int limit = std::atoi(arguments[2]), threads = std::atoi(arguments[3]);
  const Sparse a(folder + "/a"), b(folder + "/b");
  int32_t columns = 0;
  for (int32_t column : b.columns) columns = std::max(columns, column + 1);
  std::vector<int32_t> out(static_cast<size_t>(a.rows()) * limit);
  const auto began = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  std::atomic<int32_t> next_row{0};
  std::vector<std::thread> others;
  for (int t = 1; t < threads; ++t) others.emplace_back([&] { work(a, b, columns, limit, next_row, out.data()); });
  work(a, b, columns, limit, next_row, out.data());
  for (auto &other : others) other.join();
  std::printf("%.6f %.6f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(),
              static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
  std::FILE *file = std::fopen((folder + "/list.columns").c_str(), "wb");
  std::fwrite(out.data(), sizeof(int32_t), out.size(), file);
  std::fclose(file);
}
