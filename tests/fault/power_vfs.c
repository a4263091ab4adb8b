/* The recording VFS of power_disk.h: everything goes on to SQLite's own, and is written down. Syncs are
 * only written down: here the power stays on. Must not know what the files mean. */
#include "power_disk.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct file {
	sqlite3_file base;
	struct record **record; /* of the VFS */
	int inode;              /* -1: not recorded */
	int sync_folder;        /* 1: a new journal, its first sync is one of the folder, too */
	sqlite3_file *real;     /* behind this struct */
};

/* --- what is written down ------------------------------------------------------------------ */

static void *grow(void *block, size_t size)
{
	void *grown = realloc(block, size > 0 ? size : 1);

	if (grown == NULL)
		abort();
	return grown;
}

static struct op *note(struct record *record, enum op_kind kind, int name, int inode)
{
	if (record->count == record->room) {
		record->room = record->room > 0 ? 2 * record->room : 256;
		record->ops = grow(record->ops, (size_t)record->room * sizeof *record->ops);
	}
	record->ops[record->count] = (struct op){.kind = kind, .name = name, .inode = inode};
	return &record->ops[record->count++];
}

static int name_of(struct record *record, const char *path)
{
	const char *name = strrchr(path, '/') + 1;

	for (int i = 0; i < record->name_count; i++)
		if (strcmp(record->names[i], name) == 0)
			return i;
	if (record->name_count == NAMES)
		abort();
	record->names[record->name_count] = strdup(name);
	record->first[record->name_count] = record->file[record->name_count] = -1;
	return record->name_count++;
}

static int new_inode(struct record *record)
{
	if (record->inode_count == INODES)
		abort();
	record->start[record->inode_count] = (struct content){0};
	return record->inode_count++;
}

static void take_file(struct record *record, const char *name)
{
	char path[600];
	struct content content = {0};
	FILE *file;
	int at, inode;

	snprintf(path, sizeof path, "%s/%s", record->folder, name);
	file = fopen(path, "rb");
	if (file == NULL)
		abort();
	fseek(file, 0, SEEK_END);
	content.size = content.room = ftell(file);
	rewind(file);
	content.bytes = grow(NULL, (size_t)content.size);
	if (fread(content.bytes, 1, (size_t)content.size, file) != (size_t)content.size)
		abort();
	fclose(file);
	at = name_of(record, path);
	inode = new_inode(record);
	record->start[inode] = content;
	record->first[at] = record->file[at] = inode;
}

void record_begin(struct record *record, const char *folder)
{
	struct dirent *entry;
	DIR *files;

	record_end(record);
	*record = (struct record){0};
	snprintf(record->folder, sizeof record->folder, "%s", folder);
	files = opendir(folder);
	while (files != NULL && (entry = readdir(files)) != NULL)
		if (entry->d_name[0] != '.')
			take_file(record, entry->d_name);
	closedir(files);
}

void record_done(struct record *record)
{
	note(record, OP_DONE, -1, -1);
}

void record_end(struct record *record)
{
	for (int i = 0; i < record->count; i++)
		free(record->ops[i].bytes);
	for (int i = 0; i < record->inode_count; i++)
		free(record->start[i].bytes);
	for (int i = 0; i < record->name_count; i++)
		free(record->names[i]);
	free(record->ops);
	*record = (struct record){0};
}

/* --- files --------------------------------------------------------------------------------- */

#define REAL(file) (((struct file *)(file))->real)

static struct record *recording(sqlite3_file *base)
{
	struct file *file = (struct file *)base;

	return file->inode >= 0 ? *file->record : NULL;
}

static int file_close(sqlite3_file *file)
{
	return REAL(file)->pMethods->xClose(REAL(file));
}

static int file_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 at)
{
	return REAL(file)->pMethods->xRead(REAL(file), bytes, length, at);
}

static int file_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
	struct record *record = recording(file);

	if (record != NULL) {
		struct op *op = note(record, OP_WRITE, -1, ((struct file *)file)->inode);

		op->at = at;
		op->length = length;
		op->bytes = memcpy(grow(NULL, (size_t)length), bytes, (size_t)length);
	}
	return REAL(file)->pMethods->xWrite(REAL(file), bytes, length, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	struct record *record = recording(file);

	if (record != NULL)
		note(record, OP_SIZE, -1, ((struct file *)file)->inode)->at = size;
	return REAL(file)->pMethods->xTruncate(REAL(file), size);
}

static int file_sync(sqlite3_file *base, int flags)
{
	struct record *record = recording(base);
	struct file *file = (struct file *)base;

	(void)flags;
	if (record == NULL)
		return SQLITE_OK;
	note(record, OP_SYNC, -1, file->inode);
	if (file->sync_folder)
		note(record, OP_SYNC_FOLDER, -1, -1);
	file->sync_folder = 0;
	return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return REAL(file)->pMethods->xFileSize(REAL(file), size);
}

static int file_lock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xLock(REAL(file), lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xUnlock(REAL(file), lock);
}

static int file_reserved(sqlite3_file *file, int *answer)
{
	return REAL(file)->pMethods->xCheckReservedLock(REAL(file), answer);
}

static int file_control(sqlite3_file *file, int operation, void *argument)
{
	return REAL(file)->pMethods->xFileControl(REAL(file), operation, argument);
}

static int file_sector(sqlite3_file *file)
{
	return REAL(file)->pMethods->xSectorSize(REAL(file));
}

static int file_characteristics(sqlite3_file *file)
{
	return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_characteristics,
};

/* --- the VFS ------------------------------------------------------------------------------- */

struct vfs {
	sqlite3_vfs base;
	sqlite3_vfs *real;
	struct record **record;
};

#define REAL_VFS(vfs) (((struct vfs *)(vfs))->real)

/* A file that groei made itself, empty and with its folder synced, comes into the record here. */
static int meet_file(struct record *record, int name, int existed)
{
	const int inode = new_inode(record);

	note(record, OP_MAKE, name, inode);
	if (existed)
		note(record, OP_SYNC_FOLDER, -1, -1);
	return record->file[name] = inode;
}

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *flags_out)
{
	struct file *file = (struct file *)base;
	struct record *record = *((struct vfs *)vfs)->record;
	int existed = 0, result;

	*file = (struct file){.record = ((struct vfs *)vfs)->record, .inode = -1};
	file->real = (sqlite3_file *)(file + 1);
	if (path != NULL)
		REAL_VFS(vfs)->xAccess(REAL_VFS(vfs), path, SQLITE_ACCESS_EXISTS, &existed);
	result = REAL_VFS(vfs)->xOpen(REAL_VFS(vfs), path, file->real, flags, flags_out);
	if (file->real->pMethods != NULL)
		file->base.pMethods = &methods;
	if (result != SQLITE_OK || path == NULL || record == NULL ||
	    strncmp(path, record->folder, strlen(record->folder)) != 0)
		return result;
	const int name = name_of(record, path);
	file->inode = record->file[name];
	if (file->inode < 0)
		file->inode = meet_file(record, name, existed);
	file->sync_folder = (flags & SQLITE_OPEN_CREATE) && (flags & SQLITE_OPEN_MAIN_JOURNAL);
	return result;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
	struct record *record = *((struct vfs *)vfs)->record;
	const int result = REAL_VFS(vfs)->xDelete(REAL_VFS(vfs), path, 0);

	if (result != SQLITE_OK || record == NULL)
		return result;
	const int name = name_of(record, path);
	note(record, OP_UNLINK, name, record->file[name]);
	record->file[name] = -1;
	if (sync_folder)
		note(record, OP_SYNC_FOLDER, -1, -1);
	return result;
}

void disk_register(struct record **record_in)
{
	static struct vfs vfs;

	vfs.real = sqlite3_vfs_find("unix");
	vfs.base = *vfs.real;
	vfs.record = record_in;
	vfs.base.zName = "power";
	vfs.base.szOsFile = vfs.real->szOsFile + (int)sizeof(struct file);
	vfs.base.xOpen = vfs_open;
	vfs.base.xDelete = vfs_delete;
	sqlite3_vfs_register(&vfs.base, 1);
}
