"""OpenStack Swift with its S3 API as one process for tests: proxy, account, container and object server, one copy of everything.

Takes a folder and a port. Says "ready" on standard output. The code is Debian's python3-swift, as it is.
"""
import os
import sys
import time

import eventlet

eventlet.patcher.monkey_patch(all=False, socket=True, select=True, thread=True)

from swift.common import utils

now = time.time
FOLDER, PORT = sys.argv[1], int(sys.argv[2])
utils.SWIFT_CONF_FILE = os.path.join(FOLDER, 'swift.conf')

PROXY = """
[DEFAULT]
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck listing_formats s3api tempauth bulk slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
"""

BACKEND = """
[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""


def write(name, text):
    path = os.path.join(FOLDER, name)
    with open(path, 'w') as file:
        file.write(text)
    return path


write('swift.conf', '[swift-hash]\nswift_hash_path_prefix = tests\nswift_hash_path_suffix = tests\n'
      '[storage-policy:0]\nname = one\ndefault = yes\n')
os.makedirs(os.path.join(FOLDER, 'devices', 'd1'))

from eventlet import wsgi
from swift.common.ring import RingBuilder
from swift.common.wsgi import loadapp


class Cache:
    """What memcached does for Swift, within this process."""

    def __init__(self):
        self.kept = {}

    def get(self, key, raise_on_error=False):
        value, until = self.kept.get(key, (None, 0))
        return value if until == 0 or until > now() else None

    def set(self, key, value, serialize=True, time=0, **_):
        self.kept[key] = (value, now() + time if time else 0)

    def delete(self, key, server_key=None):
        self.kept.pop(key, None)


class Quiet:
    def write(self, *_):
        pass

    def flush(self):
        pass


def serve(name, text, sock):
    answer = loadapp(write(name + '-server.conf', text), global_conf={'log_level': 'CRITICAL'})

    def app(env, start_response):
        env['swift.cache'] = cache
        return answer(env, start_response)

    eventlet.spawn(wsgi.server, sock, app, Quiet(), custom_pool=eventlet.GreenPool(256), capitalize_response_headers=False)


cache = Cache()
for kind in ('account', 'container', 'object'):
    sock = eventlet.listen(('127.0.0.1', 0), backlog=256)
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'weight': 1.0, 'ip': '127.0.0.1',
                     'port': sock.getsockname()[1], 'device': 'd1'})
    builder.rebalance()
    builder.get_ring().save(os.path.join(FOLDER, kind + '.ring.gz'))
    serve(kind, BACKEND.format(folder=FOLDER, kind=kind), sock)

serve('proxy', PROXY.format(folder=FOLDER), eventlet.listen(('127.0.0.1', PORT), backlog=256))
print('ready', flush=True)
while True:
    eventlet.sleep(3600)
