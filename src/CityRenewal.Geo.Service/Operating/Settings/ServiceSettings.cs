using System.Net;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>Puts together what a service is started with: options of the command first, then the environment, then a file, then what is usual.</summary>
public static class ServiceSettings
{
    /// <summary>What a service is started with.</summary>
    /// <param name="given">What the command was given, by names of settings.</param>
    /// <param name="environment">The value of a variable; null where it is not set.</param>
    /// <param name="file">A file of settings; null reads none.</param>
    /// <exception cref="SettingsException">Lists everything that is wrong, with where it was set.</exception>
    public static ServiceOptions Read(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given, Func<string, string?> environment, string? file)
    {
        var problems = new List<string>();
        var filed = FileOf(file, problems);
        var known = SettingList.All.Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(given.Keys.Where(name => !known.Contains(name)).Select(name => $"{name} (--set): there is no such setting; {Nearest(name)}"));
        problems.AddRange(filed.Keys.Where(name => !known.Contains(name)).Select(name => $"{name} ({file}): there is no such setting; {Nearest(name)}"));
        var options = new ServiceOptions { Store = "renewal-office" };
        var setLevel = false;
        foreach (var setting in SettingList.All)
        {
            if (Find(setting, given, environment, (file, filed)) is not var (values, source))
            {
                continue;
            }

            setLevel |= setting.Name == "log.level";
            try
            {
                options = setting.Put(options, values);
            }
            catch (FormatException wrong)
            {
                problems.Add($"{setting.Name} ({source}): {wrong.Message}");
            }
        }

        options = setLevel ? options : options with { LogLevel = options.Listen is { } listen && !IPAddress.IsLoopback(listen.Address) ? LogLevel.Information : LogLevel.Warning };
        problems.AddRange(SettingChecks.Of(options));
        return problems.Count == 0 ? options : throw new SettingsException(problems);
    }

    private static (IReadOnlyList<string> Values, string Source)? Find(
        Setting setting, IReadOnlyDictionary<string, IReadOnlyList<string>> given, Func<string, string?> environment,
        (string? Path, IReadOnlyDictionary<string, IReadOnlyList<string>> Values) file) =>
        given.TryGetValue(setting.Name, out var values) ? (values, "given")
        : environment(setting.Variable) is { Length: > 0 } text ? (setting.IsList ? text.Split(';', StringSplitOptions.RemoveEmptyEntries) : [text], setting.Variable)
        : file.Values.TryGetValue(setting.Name, out values) ? (values, file.Path!)
        : null;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> FileOf(string? file, List<string> problems)
    {
        try
        {
            return file is null ? new Dictionary<string, IReadOnlyList<string>>() : SettingsFile.Read(file);
        }
        catch (StoreException fault)
        {
            problems.Add(fault.Message);
            return new Dictionary<string, IReadOnlyList<string>>();
        }
    }

    private static string Nearest(string name)
    {
        var last = name.Split('.')[^1];
        var near = SettingList.All.Where(setting => setting.Name.Split('.')[^1].Contains(last, StringComparison.Ordinal) || setting.Name.Split('.')[0] == name.Split('.')[0])
            .Select(setting => setting.Name).ToList();
        return $"give one of {string.Join(", ", near.Count > 0 ? near : SettingList.All.Select(setting => setting.Name))}";
    }
}
