<?php // SPDX-License-Identifier: EUPL-1.2
// Which interventions fit parents, and why? php first-match.php [/usr/share/interventions/php/interventions.h]
const REQUEST = ['request' => 'match', 'limit' => 3, 'situation' => ['criteria' => [
    ['field' => 'target-group', 'importance' => 'must', 'wanted' => ['parents']],
    ['field' => 'setting', 'importance' => 'wish', 'wanted' => ['neighbourhood']],
    ['field' => 'aim', 'importance' => 'wish', 'wanted' => ['early-recognition']]]]];
try {
    extension_loaded('ffi') || throw new RuntimeException('PHP runs without FFI: add extension=ffi to php.ini.');
    $library = FFI::load($argv[1] ?? '/usr/share/interventions/php/interventions.h');
    $output = $library->new('struct intv_output *');
    $json = json_encode(REQUEST);
    $library->intv_output_new(FFI::addr($output)) && throw new RuntimeException('Er is te weinig geheugen.');
    $library->intv_request(null, $json, strlen($json), $output); // null: the built-in catalogue
    $answer = json_decode($library->intv_output_get_text($output), true);
    $library->intv_output_free($output);
    isset($answer['answer']) || throw new RuntimeException($answer['diagnostics'][0]['message']['nl'] ?? 'geheugen');
    foreach ($answer['answer']['matches'] as $match) {
        echo "{$match['name']['nl']}: {$library->intv_text_get("category-{$match['category']}", 0)}\n";
        foreach ($match['criteria'] as $one)
            echo "  {$one['field']}: {$library->intv_text_get("state-{$one['state']}", 0)}, ",
                 $library->intv_text_get("reason-{$one['reason']}", 0), "\n";
    }
} catch (FFI\Exception | RuntimeException $fault) {
    fwrite(STDERR, "Geen antwoord van libinterventions: {$fault->getMessage()}\n");
    exit(2);
}
