using System.Diagnostics;
using System.Globalization;

namespace Mediation.Api.Verbs;

/// <summary>
/// Says on standard error how far the work is: at a terminal a line that counts, else one line when a step begins, one when it ends, and one every ten
/// seconds between.
/// </summary>
sealed class VerbProgress
{
    static readonly TimeSpan AtTerminal = TimeSpan.FromMilliseconds(200), Elsewhere = TimeSpan.FromSeconds(10);

    readonly bool terminal = !Console.IsErrorRedirected;
    readonly Stopwatch since = new();
    string? step;
    (long Done, long? Total) last;

    public void Tell(string name, long done, long? total)
    {
        if (name != step)
        {
            End();
            (step, last) = (name, (done, total));
            Write();
        }
        last = (done, total);
        if (since.Elapsed > (terminal ? AtTerminal : Elsewhere))
            Write();
    }

    /// <summary>The last count of the last step.</summary>
    public void End()
    {
        if (step is null)
            return;
        Write();
        if (terminal)
            Console.Error.WriteLine();
        step = null;
    }

    void Write()
    {
        since.Restart();
        var text = string.Create(CultureInfo.InvariantCulture, $"{step}: {last.Done:N0}{(last.Total is { } total ? $" of {total:N0}" : "")}");
        if (terminal)
            Console.Error.Write($"\r{text,-60}");
        else
            Console.Error.WriteLine(text);
    }
}
