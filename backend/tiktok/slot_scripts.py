"""The limiter's two scripts. Valkey runs each as one step, by its own clock; `MemorySlots` does the same in Python."""

# KEYS: slots (id → when it is free again), queue (holder → order of arrival), lapse (holder → when its place ends), and
# when the store began to remember. ARGV: slot, holder, calls, redeem, cycle, flight and lapse in milliseconds.
# Answers 0 when the call may go, else the milliseconds to wait.
RESERVE = """
local slots, queue, lapse, birth = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local slot, holder, calls, redeem = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4] == '1'
local cycle, flight, patience = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
if redis.call('ZSCORE', slots, slot) then return 0 end
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', lapse, '-inf', now)) do
  redis.call('ZREM', queue, gone)
  redis.call('ZREM', lapse, gone)
end

local born = redis.call('GET', birth)
if not born then
  born = now
  redis.call('SET', birth, now)
end
if now - born < cycle then calls = math.max(1, math.floor(calls / 2)) end

local place = holder ~= '' and redis.call('ZRANK', queue, holder)
local ahead = place or redis.call('ZCARD', queue)
local index = ahead % calls - (calls - redis.call('ZCARD', slots))
local at = now
if index >= 0 then at = tonumber(redis.call('ZRANGE', slots, index, index, 'WITHSCORES')[2]) end
at = at + math.floor(ahead / calls) * cycle

if at <= now and redeem then
  if place then
    redis.call('ZREM', queue, holder)
    redis.call('ZREM', lapse, holder)
  end
  redis.call('ZADD', slots, now + flight, slot)
  redis.call('PEXPIRE', slots, flight + cycle)
elseif holder ~= '' then
  if not place then
    local last = redis.call('ZRANGE', queue, -1, -1, 'WITHSCORES')[2]
    redis.call('ZADD', queue, (last or 0) + 1, holder)
  end
  redis.call('ZADD', lapse, at + patience, holder)
  redis.call('PEXPIRE', queue, 86400000)
  redis.call('PEXPIRE', lapse, 86400000)
end
return at - now
"""

# KEYS: slots. ARGV: slot, for how long it stays taken, and how long to keep the key, in milliseconds.
SETTLE = """
local hold = tonumber(ARGV[2])
if hold <= 0 then return redis.call('ZREM', KEYS[1], ARGV[1]) end
local time = redis.call('TIME')
redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + hold, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""
