# A machine of its own for two mail servers and the resolver of the one that receives: its network and its mounts end with it.
set -eu
here=$1
ip link set lo up
for address in 192.0.2.10 192.0.2.11 203.0.113.9; do
    ip address add "$address/32" dev lo
done
mount --bind "$here/resolv.conf" /etc/resolv.conf
mount --bind "$here/hosts" /etc/hosts
rbldnsd -n -q -b 127.0.0.1/53 -w "$here" -c 1 "$2:ip4set:zone" >"$here/rbldnsd.log" 2>&1 &
postfix -c "$here/receiving" start
postfix -c "$here/sending" start
echo up
# An upper bound, should nobody end it.
exec sleep 600
