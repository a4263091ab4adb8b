/* What a power cut leaves: see power_disk.h. Knows files as bytes only. */
#include "power_disk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void resize(struct content *content, int64_t size)
{
	if (size > content->room) {
		content->room = size + size / 4 + 4096;
		content->bytes = realloc(content->bytes, (size_t)content->room);
		if (content->bytes == NULL)
			abort();
	}
	if (size > content->size)
		memset(content->bytes + content->size, 0, (size_t)(size - content->size));
	content->size = size;
}

static void put(struct content *content, int64_t at, const unsigned char *bytes, int64_t length)
{
	if (length <= 0)
		return;
	if (at + length > content->size)
		resize(content, at + length);
	memcpy(content->bytes + at, bytes, (size_t)length);
}

static void copy(struct content *to, const struct content *from)
{
	resize(to, 0);
	put(to, 0, from->bytes, from->size);
}

/* Where a write breaks: in the middle of a sector, or of what is smaller than one. */
static int64_t tear(const struct op *op)
{
	return op->length > 512 ? op->length / 512 / 2 * 512 + 256 : op->length / 2;
}

/* A place whose new bytes never came, though the file has grown over it. */
static void put_junk(struct content *content, const struct op *op)
{
	const int64_t from = op->at > content->size ? op->at : content->size;

	if (op->at + op->length <= from)
		return;
	resize(content, op->at + op->length);
	for (int64_t i = from; i < op->at + op->length; i++)
		content->bytes[i] = (unsigned char)(i * 167 + 13);
}

static void apply(struct content *content, const struct op *op, enum fate fate)
{
	const int64_t half = tear(op);

	if (op->kind == OP_SIZE) {
		if (fate == FATE_KEPT)
			resize(content, op->at);
		return;
	}
	switch (fate) {
	case FATE_LOST:
		break;
	case FATE_KEPT:
		put(content, op->at, op->bytes, op->length);
		break;
	case FATE_HEAD:
		put(content, op->at, op->bytes, half);
		break;
	case FATE_TAIL:
		put(content, op->at + half, op->bytes + half, op->length - half);
		break;
	case FATE_JUNK:
		put_junk(content, op);
		break;
	}
}

void disk_begin(struct disk *disk, const struct record *record)
{
	*disk = (struct disk){.record = record};
	for (int i = 0; i < record->inode_count; i++)
		copy(&disk->synced[i], &record->start[i]);
	for (int i = 0; i < NAMES; i++)
		disk->file[i] = i < record->name_count ? record->first[i] : -1;
}

static void sync_file(struct disk *disk, int inode)
{
	int left = 0;

	for (int i = 0; i < disk->pending_count; i++) {
		const struct op *op = &disk->record->ops[disk->pending[i]];

		if (op->inode == inode)
			apply(&disk->synced[inode], op, FATE_KEPT);
		else
			disk->pending[left++] = disk->pending[i];
	}
	disk->pending_count = left;
	disk->version++;
}

static void rename_all(const struct disk *disk, int changes, int file_out[NAMES])
{
	memcpy(file_out, disk->file, sizeof disk->file);
	for (int i = 0; i < changes; i++) {
		const struct op *op = &disk->record->ops[disk->changes[i]];

		file_out[op->name] = op->kind == OP_MAKE ? op->inode : -1;
	}
}

/* Writes to a file that no name can lead to any more are of no interest. */
static void forget_nameless(struct disk *disk)
{
	int left = 0;

	for (int i = 0; i < disk->pending_count; i++) {
		const int inode = disk->record->ops[disk->pending[i]].inode;
		int named = 0;

		for (int name = 0; name < NAMES; name++)
			named |= disk->file[name] == inode;
		if (named)
			disk->pending[left++] = disk->pending[i];
	}
	disk->pending_count = left;
}

static void sync_folder(struct disk *disk)
{
	int file[NAMES];

	rename_all(disk, disk->change_count, file);
	memcpy(disk->file, file, sizeof disk->file);
	disk->change_count = 0;
	disk->version++;
	forget_nameless(disk);
}

void disk_step(struct disk *disk)
{
	const struct op *op = &disk->record->ops[disk->at];

	switch (op->kind) {
	case OP_MAKE:
	case OP_UNLINK:
		if (disk->change_count == sizeof disk->changes / sizeof *disk->changes)
			abort();
		disk->changes[disk->change_count++] = disk->at;
		break;
	case OP_WRITE:
	case OP_SIZE:
		if (disk->pending_count == sizeof disk->pending / sizeof *disk->pending)
			abort();
		disk->pending[disk->pending_count++] = disk->at;
		break;
	case OP_SYNC:
		sync_file(disk, op->inode);
		break;
	case OP_SYNC_FOLDER:
		sync_folder(disk);
		break;
	case OP_DONE:
		disk->done++;
		break;
	}
	disk->at++;
}

void disk_end(struct disk *disk)
{
	for (int i = 0; i < INODES; i++)
		free(disk->synced[i].bytes);
	*disk = (struct disk){0};
}

static void write_file(const char *path, const struct content *content)
{
	const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	int64_t at = 0;

	while (file >= 0 && at < content->size) {
		const ssize_t count = write(file, content->bytes + at, (size_t)(content->size - at));

		if (count <= 0)
			abort();
		at += count;
	}
	if (file < 0 || close(file) != 0)
		abort();
}

void disk_cut(const struct disk *disk, const enum fate *fates, int changes, const char *folder)
{
	struct content content = {0};
	int file[NAMES];

	rename_all(disk, changes, file);
	for (int name = 0; name < disk->record->name_count; name++) {
		char path[600];

		snprintf(path, sizeof path, "%s/%s", folder, disk->record->names[name]);
		if (file[name] < 0) {
			unlink(path);
			continue;
		}
		copy(&content, &disk->synced[file[name]]);
		for (int i = 0; i < disk->pending_count; i++) {
			const struct op *op = &disk->record->ops[disk->pending[i]];

			if (op->inode == file[name])
				apply(&content, op, fates[i]);
		}
		write_file(path, &content);
	}
	free(content.bytes);
}
