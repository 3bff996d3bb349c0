using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Service.Access.Keys;

/// <summary>The keys that a running service takes: a key that was added or revoked counts from the next call on.</summary>
internal sealed class KeyRing(string path, TimeProvider clock, ILogger<KeyRing> log)
{
    // A key that nobody has: an unknown id costs what a wrong secret does.
    private static readonly (string Salt, string Hash) Nobody = (Convert.ToBase64String(new byte[16]), Convert.ToBase64String(new byte[32]));

    private readonly Lock _gate = new();
    private (DateTime Written, long Length) _stamp = (DateTime.MinValue, -1);
    private Dictionary<string, ApiKey> _keys = [];

    /// <summary>Who has a key.</summary>
    /// <exception cref="RefusedException">It is none, or ended.</exception>
    public Caller Find(string text)
    {
        if (!KeySecret.TryRead(text, out var id, out var secret))
        {
            throw Refused();
        }

        var key = Keys().GetValueOrDefault(id);
        var fits = KeySecret.Fits(secret, key?.Salt ?? Nobody.Salt, key?.Hash ?? Nobody.Hash);
        return fits && key is not null && !(key.Expires < clock.GetUtcNow()) && RoleWords.Find(key.Role) is { } role
            ? new Caller(key.Name, role, key.Districts)
            : throw Refused();
    }

    private Dictionary<string, ApiKey> Keys()
    {
        var file = new FileInfo(path);
        var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : (DateTime.MinValue, 0);
        lock (_gate)
        {
            if (stamp != _stamp)
            {
                (_stamp, _keys) = (stamp, Read());
            }

            return _keys;
        }
    }

    // A file that cannot be read any more opens to nobody: who lost a key must not keep it by spoiling the file.
    private Dictionary<string, ApiKey> Read()
    {
        try
        {
            return new KeyFile(path).Read().ToDictionary(key => key.Id, StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is StoreException or ArgumentException)
        {
            log.LogError(fault, "the keys cannot be read, so no key is taken");
            return [];
        }
    }

    private static RefusedException Refused() => new(
        Google.Rpc.Code.Unauthenticated, "BAD_KEY", "This key is not known here, or it has ended or was revoked. Ask whoever looks after the service for a new one.");
}
