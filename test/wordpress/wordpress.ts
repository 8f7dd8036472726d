import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installPackages } from '../../src/commands/packages.ts'
import type { Database } from './database.ts'

const packaged = '/usr/share/wordpress'

/** A WordPress that runs. */
export interface WordPress {
  /** Publishes a post and gives its address. */
  publish: (content: string) => string
  stop: () => Promise<void>
}

/**
 * Finds WordPress, PHP and MariaDB, from Debian's packages where there is apt.
 *
 * @throws Error they are missing and could not be installed
 */
export function ensureWordPress(): void {
  const packages = ['wordpress', 'php-cli', 'php-mysql', 'mariadb-server', 'mariadb-client']
  if (isThere() || (installPackages(...packages) && isThere())) return
  throw new Error(`no WordPress; this test needs Debian's packages ${packages.join(', ')}`)
}

function isThere(): boolean {
  const programs = ['php', 'mariadbd', 'mariadb', 'mariadb-install-db']
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return existsSync(packaged) && programs.every((program) => folders.some((folder) => existsSync(path.join(folder, program))))
}

/**
 * Sets a WordPress up in a folder, without any plugin, and serves it with PHP's own server.
 *
 * @param folder an empty folder
 * @param port where it listens
 * @param ours port of the built site on this machine
 */
export async function startWordPress(folder: string, database: Database, port: number, ours: number): Promise<WordPress> {
  const home = `http://127.0.0.1:${String(port)}`
  const content = path.join(folder, 'wp-content')
  await cp(packaged, folder, { recursive: true, dereference: true, force: true })
  await writeFile(path.join(folder, 'wp-config.php'), configuration(database, home))
  await mkdir(path.join(content, 'themes', 'plain'), { recursive: true })
  await writeFile(path.join(content, 'themes', 'plain', 'style.css'), '/* Theme Name: Plain */\n')
  await writeFile(path.join(content, 'themes', 'plain', 'index.php'), theme)
  await mkdir(path.join(content, 'mu-plugins'), { recursive: true })
  await writeFile(path.join(content, 'mu-plugins', 'this-machine.php'), thisMachine(ours))

  const run = (code: string, ...args: string[]): string =>
    execFileSync('php', ['-d', 'display_errors=stderr', '-d', 'sendmail_path=/bin/true', '-r', code, '--', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HTTP_HOST: `127.0.0.1:${String(port)}` },
    })
  run(`define('WP_INSTALLING', true); require 'wp-load.php'; require 'wp-admin/includes/upgrade.php';
    wp_install('Elsewhere', 'editor', 'editor@elsewhere.example', false, '', 'a password of no use'); switch_theme('plain');`)

  // One process: helpers that it may start would outlive it.
  const server = spawn('php', ['-S', `127.0.0.1:${String(port)}`, '-t', folder], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve()
    }),
  )
  while (!(await fetch(home).catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(`PHP's server did not start on port ${String(port)}`)
    await wait(100)
  }
  return {
    publish: (text) => {
      const code = `require 'wp-load.php'; kses_remove_filters();
        echo wp_insert_post(['post_title' => 'A post', 'post_status' => 'publish', 'post_author' => 1, 'post_content' => $argv[1]], true);`
      return `${home}/?p=${run(code, text)}`
    },
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

function configuration({ socket, user }: Database, home: string): string {
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', '${user}');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${home}');
define('WP_SITEURL', '${home}');
// It asks nobody but this machine.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
}

/** Debian's package has none. As in any other a frame is no wider than its column. */
const theme = `<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><title>A post</title><style>iframe { max-width: 100% }</style><?php wp_head(); ?></head>
<body style="max-width: 640px; margin: 20px; font: 16px sans-serif"><?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body>
</html>
`

/** WordPress asks no address of its own machine, and no port but 80, 443 and 8080. A site that is published needs neither. */
function thisMachine(port: number): string {
  return `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, ${String(port)}]);
`
}
