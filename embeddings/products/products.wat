;; Inner products of one vector with many, sixteen numbers at a time (WebAssembly SIMD). products.ts says what lies where.
(module
  (memory (export "memory") 1)

  ;; The vector at $query has whole numbers of 16 bits, the one at $row of 8; $length is how many, a multiple of 16.
  (func $product (param $query i32) (param $row i32) (param $length i32) (result i32)
    (local $numbers v128)
    (local $sums v128)
    (local $end i32)
    (local.set $end (i32.add (local.get $row) (local.get $length)))
    (loop $next
      (local.set $numbers (v128.load (local.get $row)))
      (local.set $sums
        (i32x4.add
          (local.get $sums)
          (i32x4.add
            (i32x4.dot_i16x8_s
              (i16x8.extend_low_i8x16_s (local.get $numbers))
              (v128.load (local.get $query)))
            (i32x4.dot_i16x8_s
              (i16x8.extend_high_i8x16_s (local.get $numbers))
              (v128.load offset=16 (local.get $query))))))
      (local.set $query (i32.add (local.get $query) (i32.const 32)))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $row) (local.get $end))))
    (i32.add
      (i32.add
        (i32x4.extract_lane 0 (local.get $sums))
        (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add
        (i32x4.extract_lane 2 (local.get $sums))
        (i32x4.extract_lane 3 (local.get $sums)))))

  ;; With $count rows that follow each other from $row on; the products, of 32 bits each, go to $products.
  (func (export "each")
    (param $query i32) (param $row i32) (param $length i32) (param $count i32) (param $products i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $products) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $products) (local.get $end)))
        (i32.store
          (local.get $products)
          (call $product (local.get $query) (local.get $row) (local.get $length)))
        (local.set $row (i32.add (local.get $row) (local.get $length)))
        (local.set $products (i32.add (local.get $products) (i32.const 4)))
        (br $next)))))
