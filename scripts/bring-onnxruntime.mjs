import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

/**
 * onnxruntime-node → `dist/vendor/onnxruntime-node`, last step before packing. As a dependency its install
 * script looks for GPU files outside the registry and ends the whole installation where it cannot reach them;
 * `.npmrc` and `overrides`, which keep it quiet here, do not travel with a package. So the package brings the
 * runtime itself: its JavaScript, and of its binaries those that compute on the CPU, for all platforms. What is
 * left out is only loaded for a GPU (DirectML, WebGPU's shader compiler) or there twice (macOS).
 */
const from = join(root, 'node_modules', 'onnxruntime-node');
const vendor = join(root, 'dist', 'vendor');
const making = join(root, 'dist', 'vendor.making');
const to = join(making, 'onnxruntime-node');
const wanted =
  /^(?:libonnxruntime\.so\.1|libonnxruntime\.1\.dylib|onnxruntime\.dll|onnxruntime_binding\.node)$/;

rmSync(making, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
cpSync(join(from, 'dist'), join(to, 'dist'), { recursive: true, filter: (file) => !file.endsWith('.map') });
const binaries = join('bin', 'napi-v6');
for (const platform of readdirSync(join(from, binaries)))
  for (const processor of readdirSync(join(from, binaries, platform))) {
    const folder = join(binaries, platform, processor);
    const files = readdirSync(join(from, folder)).filter((file) => wanted.test(file));
    if (files.length !== 2)
      throw new Error(`${folder}: a library and a binding were expected, found ${files}`);
    mkdirSync(join(to, folder), { recursive: true });
    for (const file of files) copyFileSync(join(from, folder, file), join(to, folder, file));
  }

const { name, version, license, repository, main, dependencies } = JSON.parse(
  readFileSync(join(from, 'package.json'), 'utf8'),
);
const common = dependencies['onnxruntime-common'];
const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies['onnxruntime-common'];
if (common !== ours) throw new Error(`onnxruntime-common: ${ours} is installed, ${common} is needed`);
writeFileSync(
  join(to, 'package.json'),
  `${JSON.stringify({ name, version, license, repository, main }, null, 2)}\n`,
);
// Its package carries no licence file, and MIT asks for one wherever copies go.
const licence = join(from, 'LICENSE');
copyFileSync(
  existsSync(licence) ? licence : join(root, 'scripts', 'onnxruntime-licence.txt'),
  join(to, 'LICENSE'),
);
// At once: whoever runs the build meanwhile finds the whole runtime or none.
rmSync(vendor, { recursive: true, force: true });
renameSync(making, vendor);
