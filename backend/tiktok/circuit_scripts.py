"""The circuit breaker's two scripts. Valkey runs each as one step, by its own clock; `MemoryCircuits` does the same in Python."""

NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
"""

# KEYS: the circuit, a hash that exists while it is open. ARGV: the call's id, 1 to look only, probe and wait of those held
# back in milliseconds. Answers since when it is open (0: closed), and how long to wait (0: go).
ENTER = (
    NOW
    + """
local open = redis.call('HMGET', KEYS[1], 'since', 'until', 'probe', 'probe_until')
if not open[1] then return {'0', '0'} end
local from, probe_until = tonumber(open[2]), tonumber(open[4] or 0)
if now < from then return {open[1], tostring(from - now)} end
if (open[3] or '') ~= '' and now < probe_until then
  return {open[1], tostring(math.min(probe_until - now, tonumber(ARGV[4])))}
end
if ARGV[2] ~= '1' then redis.call('HSET', KEYS[1], 'probe', ARGV[1], 'probe_until', now + ARGV[3]) end
return {open[1], '0'}
"""
)

# KEYS: the circuit, and the calls of the last while (one hash field a bucket and outcome). ARGV: the call's id, outcome, rate,
# least, then window, cooldown, longest and forget in milliseconds.
LEAVE = (
    NOW
    + """
local circuit, calls, id, outcome = KEYS[1], KEYS[2], ARGV[1], ARGV[2]
local window, cooldown, longest, forget = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])

local function open_for(length)
  length = math.min(length, longest)
  redis.call('HSET', circuit, 'until', now + length, 'cooldown', length, 'probe', '')
  redis.call('PEXPIRE', circuit, length + forget)
end

if redis.call('EXISTS', circuit) == 1 then
  local open = redis.call('HMGET', circuit, 'probe', 'cooldown')
  if open[1] ~= id then return end
  if outcome == 'well' then redis.call('DEL', circuit)
  elseif outcome == 'ill' then open_for(open[2] * 2)
  else redis.call('HSET', circuit, 'probe', '') end
  return
end

if outcome == 'silent' then return end
local bucket = math.floor(now / (window / 10))
redis.call('HINCRBY', calls, outcome .. ':' .. bucket, 1)
redis.call('PEXPIRE', calls, window)
if outcome == 'well' then return end
local all, ill = 0, 0
local fields = redis.call('HGETALL', calls)
for i = 1, #fields, 2 do
  local kind, at = string.match(fields[i], '(%a+):(%d+)')
  if tonumber(at) <= bucket - 10 then redis.call('HDEL', calls, fields[i])
  else
    all = all + fields[i + 1]
    if kind == 'ill' then ill = ill + fields[i + 1] end
  end
end
if all >= tonumber(ARGV[4]) and ill >= ARGV[3] * all then
  redis.call('DEL', calls)
  redis.call('HSET', circuit, 'since', now)
  open_for(cooldown)
end
"""
)
