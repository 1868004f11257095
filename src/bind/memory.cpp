#include "bind/memory.hpp"

#include "bind/form_index.hpp"

namespace huizong {

Memory::Memory(const FormIndex& index) : words(index) {}

std::unique_ptr<Memory> MemoryPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Memory> memory = std::move(idle_.back());
      idle_.pop_back();
      return memory;
    }
  }
  return std::make_unique<Memory>(index_);
}

void MemoryPool::give_back(std::unique_ptr<Memory> memory) {
  memory->words.make_room();
  memory->headers.make_room();
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(memory));
}

}  // namespace huizong
