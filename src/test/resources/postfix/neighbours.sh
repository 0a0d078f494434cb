# Two mail servers on the loopback of this machine, with names and mounts of their own.
set -eu
here=$1
mount --bind "$here/hosts" /etc/hosts
postfix -c "$here/receiving" start
postfix -c "$here/sending" start
echo up
# An upper bound, should nobody end it.
exec sleep 600
