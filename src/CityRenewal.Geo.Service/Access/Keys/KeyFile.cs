using System.Text.Json;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Service.Access.Keys;

/// <summary>The file of keys: JSON, read and written whole, for its owner only.</summary>
public sealed class KeyFile(string path)
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The keys, in the order in which they were made; none where there is no file yet.</summary>
    /// <exception cref="StoreException">It is no such file.</exception>
    public IReadOnlyList<ApiKey> Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllBytes(path), Form) ?? [] : [];
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "The keys cannot be read.", "Name a file that renewal serve keys made, which this user may read.", fault);
        }
    }

    /// <summary>Makes a key.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="role">The word of its role, see <see cref="RoleWords"/>.</param>
    /// <param name="districts">The cities that it is confined to; empty is not confined.</param>
    /// <param name="time">When it is made, and when it ends.</param>
    /// <returns>Its text, which nobody can tell again, and what is kept of it.</returns>
    /// <exception cref="StoreException">There is a key of that name, or the file cannot be written.</exception>
    public (string Text, ApiKey Key) Add(string name, string role, IReadOnlyList<string> districts, (DateTimeOffset Now, DateTimeOffset? Until) time)
    {
        var keys = Read();
        if (keys.Any(known => known.Name == name))
        {
            throw new StoreException(path, $"There is a key for '{name}' already.", "Revoke it first, or give this one another name.");
        }

        var (text, id, salt, hash) = KeySecret.Make();
        var key = new ApiKey(id, name, role, districts, salt, hash, time.Now, time.Until);
        Write([.. keys, key]);
        return (text, key);
    }

    /// <summary>Takes a key away, by its id or name.</summary>
    /// <exception cref="StoreException">There is no such key.</exception>
    public void Revoke(string key)
    {
        var keys = Read();
        var left = keys.Where(known => known.Id != key && known.Name != key).ToList();
        if (left.Count == keys.Count)
        {
            throw new StoreException(path, $"There is no key '{key}'.", "List the keys to see which there are.");
        }

        Write(left);
    }

    // Beside the file first, and never readable to others, not even for a moment.
    private void Write(IReadOnlyList<ApiKey> keys)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.unfinished";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(unfinished, options))
            {
                JsonSerializer.Serialize(stream, keys, Form);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "The keys cannot be written.", "Check the folder and the rights on it.", fault);
        }
    }
}
